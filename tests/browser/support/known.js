// Known findings that the app has yet to fix, each expected until then. Once a finding is gone its test
// passes, and it can be removed from this list.
export const KNOWN = [];
