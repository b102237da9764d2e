/** What the tests use of the UCUM library, which comes without types. */
declare module '@lhncbc/ucum-lhc' {
  export interface ConversionOptions {
    /** In g/mol. */
    molecularWeight?: number;
    charge?: number;
  }
  interface Conversion {
    status: string;
    toVal: number;
    msg: string[];
  }
  interface Utils {
    convertUnitTo(from: string, value: number, to: string, options: ConversionOptions): Conversion;
  }
  const ucum: { UcumLhcUtils: { getInstance(): Utils } };
  export default ucum;
}
