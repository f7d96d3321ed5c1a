/** Worth it from about this many records of the document. */
export const compactFrom = 500;
