export const KNOWN = [];
