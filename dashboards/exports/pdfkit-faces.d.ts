/** What the package does not say of its faces. */
declare module 'pdfkit/standard-fonts/Helvetica' {
  const font: unknown
  export default font
}
declare module 'pdfkit/standard-fonts/HelveticaBold' {
  const font: unknown
  export default font
}
