// Stands in for `graphql` inside graphql-request when the SDK is built (scripts/build.mjs). None of it is called.
export const parse = undefined;
export const print = undefined;
export const Kind = {};
