// build.mjs bundles a stylesheet as its minified text.
declare module "*.css" {
  const text: string;
  export default text;
}
