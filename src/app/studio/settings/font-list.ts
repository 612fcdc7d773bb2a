/** Fonts that a person's device has, and the one that comes with the theme. */
export const fontList = [
  {
    name: 'Golos Text',
    family: "'Golos Text Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  },
  { name: 'System', family: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" },
  { name: 'Grotesque', family: "'Helvetica Neue', Helvetica, Arial, 'Noto Sans', sans-serif" },
  { name: 'Humanist', family: "Optima, Candara, 'Noto Sans', 'Segoe UI', sans-serif" },
  { name: 'Geometric', family: "Avenir, Montserrat, Corbel, 'URW Gothic', sans-serif" },
  {
    name: 'Rounded',
    family: "ui-rounded, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  },
  { name: 'Old style', family: "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, serif" },
  { name: 'Transitional', family: "Georgia, 'Iowan Old Style', 'Noto Serif', 'Times New Roman', serif" },
  { name: 'Slab', family: "Rockwell, 'Rockwell Nova', 'Roboto Slab', 'DejaVu Serif', serif" },
  { name: 'Mono', family: "ui-monospace, 'SF Mono', Consolas, 'Noto Sans Mono', monospace" },
] as const;
export type FontName = (typeof fontList)[number]['name'];
