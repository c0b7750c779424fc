// What the app is still to change: each a finding that is expected until then. Where one is no longer
// found, its test passes and it can go from this list.
export const KNOWN = [
  {
    reason: "“Haal weg” must be in the name of its button (WCAG 2.5.3): edit-around-remove = Haal weg: { $name }",
    check: "axe",
    what: /^label-content-name-mismatch: .* hoort hier niet/,
  },
  {
    reason: "the line of a draft is 32 high: .lead-line (records.css) comes after .draft-line (controls.css)",
    check: "targets",
    what: /^button#draft-continue /,
  },
  {
    reason: "with large letters the two ways to a team lie over the tab bar: .dock { max-height: 60%; overflow: hidden auto }",
    check: "large overBar",
    what: /^(div\.dock|div\.ways|p\.second) /,
    where: /^team-none/,
  },
  {
    reason: "with large letters the code's six dots are wider than the screen: a gap of min(1rem, 3vw)",
    check: "large clipped",
    what: /^main#unlock /,
    where: /^code-/,
  },
  {
    reason: "with large letters the first and last of the code's dots are cut off: a gap of min(1rem, 3vw)",
    check: "large spilled",
    what: /^span\.unlock__dot/,
    where: /^code-/,
  },
  {
    reason: "with forced colours all tabs of a case have a bar below, for transparent becomes a colour: Canvas",
    check: "colours",
    what: /^button#case-(timeline|commitments|facts) .* looks like button#case-/,
  },
  {
    reason: "who chose dark on a light phone, or light on a dark one, sees the other colour around the app",
    check: "beyond",
    what: /^around the app/,
  },
  {
    reason: "the last control of two sheets lies against the screen's edge, where phones have their own bar",
    check: "edge",
    what: /^(button#contact-new-save|input#signal-case|button#signal-case-clear) /,
  },
];
