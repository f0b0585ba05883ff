// The part of graphql-request below its client class: it builds the request and reads the answer. The class around it
// would add a third to the size of ours, for parsing documents and for batches, which we do not send.
declare module 'graphql-request/build/legacy/helpers/runRequest.js' {
  interface Result {
    readonly data?: unknown;
    readonly errors?: unknown;
  }
  export function runRequest(input: {
    readonly url: string;
    readonly method: 'POST';
    readonly request: {
      readonly _tag: 'Single';
      readonly document: { readonly expression: string; readonly operationName: string; readonly isMutation: false };
      readonly variables: object | undefined;
    };
    readonly fetch: (url: URL, init: { readonly headers: Headers; readonly body: string }) => Promise<Response>;
    readonly fetchOptions: { readonly errorPolicy: 'all' };
  }): Promise<Result | (Error & { readonly response: Result })>;
}
