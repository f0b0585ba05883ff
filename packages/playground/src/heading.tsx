/** What this page is, and the schema as a file for those who generate code from it. */
export function Heading() {
  return (
    <div className="careergraph-heading">
      <h1>CareerGraph</h1>
      <a href="/schema.graphql">schema.graphql</a>
    </div>
  );
}
