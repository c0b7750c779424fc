// What the app is still to change: each a finding that is expected until then. Where one is no longer
// found, its test passes and it can go from this list.
export const KNOWN = [];
