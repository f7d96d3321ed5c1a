/**
 * How well the words on a page can be read, measured where they are drawn: the contrast of each against what is painted
 * behind it, and how large its letters are. Run inside of the page: each function stands alone, it is sent whole.
 */

/** A piece of text that is seen. */
export interface Measured {
  readonly text: string;
  /** Classes of the element it stands in and of those around it, nearest first: by these its role is known. */
  readonly classes: readonly string[];
  /** 1 to 21 (WCAG 2.2, relative luminance). Null: a picture lies behind, so that it cannot be told. */
  readonly contrast: number | null;
  /** Height of its letters' box in CSS px, after all scaling. */
  readonly size: number;
}

export const measureText = (): readonly Measured[] => {
  /** Not multiplied by alpha. */
  interface Colour {
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly a: number;
  }
  const nothing: Colour = { r: 0, g: 0, b: 0, a: 0 };
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  /** Whatever CSS calls it. */
  const colourOf = (css: string): Colour => {
    const before = known.get(css);
    if (before !== undefined) return before;
    if (brush === null) throw new Error('The page cannot tell its colours.');
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data;
    const colour: Colour = { r, g, b, a: a / 255 };
    known.set(css, colour);
    return colour;
  };
  const over = (top: Colour, below: Colour): Colour => {
    const a = top.a + below.a * (1 - top.a);
    if (a === 0) return nothing;
    const mix = (one: number, other: number): number =>
      (one * top.a + other * below.a * (1 - top.a)) / a;
    return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a };
  };
  const faded = (colour: Colour, by: number): Colour => ({ ...colour, a: colour.a * by });
  const luminance = ({ r, g, b }: Colour): number => {
    const linear = (value: number): number => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const contrastOf = (one: Colour, other: Colour): number => {
    const [a, b] = [luminance(one), luminance(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  /** What is painted in a drawing behind this point, of what comes before the words in it. */
  const fillBehind = (words: SVGElement): Colour => {
    const box = words.getBoundingClientRect();
    const middle = new DOMPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    let behind = nothing;
    for (const form of words.ownerSVGElement?.querySelectorAll(
      'path, circle, rect, ellipse, polygon',
    ) ?? []) {
      if (!(form instanceof SVGGeometryElement) || form.closest('mask, clipPath, defs') !== null)
        continue;
      const isBefore = form.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING;
      const { fill, fillOpacity, display } = getComputedStyle(form);
      const matrix = form.getScreenCTM();
      if (!isBefore || fill === 'none' || display === 'none' || matrix === null) continue;
      if (!form.isPointInFill(middle.matrixTransform(matrix.inverse()))) continue;
      behind = over(faded(colourOf(fill), Number(fillOpacity)), behind);
    }
    return behind;
  };

  /** The words as they come out on the screen, against what is behind them there. */
  const measure = (element: Element, colour: Colour, behind: Colour): number | null => {
    let ground = behind;
    let words = over(colour, behind);
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      if (backgroundImage !== 'none' && ground.a < 1) return null;
      const fill = colourOf(backgroundColor);
      ground = faded(over(ground, fill), Number(opacity));
      words = faded(over(words, fill), Number(opacity));
      if (at.matches('dialog:modal')) break;
    }
    const sheet = colourOf('Canvas');
    return contrastOf(over(words, sheet), over(ground, sheet));
  };

  const isSeen = (element: Element): boolean => {
    if (!element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
      return false;
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (getComputedStyle(at).clipPath === 'inset(50%)') return false;
    return true;
  };
  const classesOf = (element: Element): readonly string[] => {
    const found: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      found.push(...at.classList);
    return found;
  };
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 40);

  const found: Measured[] = [];
  const ground = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  const walker = document.createTreeWalker(ground, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = tidy(node.textContent ?? '');
    if (element === null || text === '' || !isSeen(element)) continue;
    if (element.closest('.print-root, datalist, select, textarea, title, desc') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (element instanceof SVGElement) {
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
      const contrast = measure(element, colourOf(style.fill), fillBehind(element));
      found.push({ text, classes: classesOf(element), contrast, size: size * scale });
    } else {
      const contrast = measure(element, colourOf(style.color), nothing);
      found.push({ text, classes: classesOf(element), contrast, size });
    }
  }
  for (const field of ground.querySelectorAll('input, select, textarea')) {
    const isWritten =
      field.matches('select, textarea') ||
      (field instanceof HTMLInputElement && !/^(checkbox|radio|hidden|file)$/.test(field.type));
    if (!isWritten || !isSeen(field)) continue;
    const style = getComputedStyle(field);
    const isEmpty = !('value' in field) || field.value === '';
    const colour = isEmpty ? getComputedStyle(field, '::placeholder').color : style.color;
    found.push({
      text: `<${field.localName}>`,
      classes: classesOf(field),
      contrast: measure(field, colourOf(colour), nothing),
      size: Number.parseFloat(style.fontSize),
    });
  }
  return found;
};

/** What cannot be seen from the outside of a glyph. */
export type ZeroForm = 'open' | 'struck through' | 'dotted' | 'wide as an O' | 'nothing';

/** What a picture of one digit, drawn in one colour on another, shows: a PNG in base64. */
export const lookAtZero = async (png: string): Promise<ZeroForm> => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (canvas === null) throw new Error('The page cannot read the picture.');
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const light = (at: number): number =>
    (data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0);
  const all = Array.from({ length: width * height }, (_, at) => at);
  const paper = light(0);
  const most = Math.max(...all.map((at) => Math.abs(light(at) - paper)));
  if (most < 60) return 'nothing';
  const isInk = all.map((at) => Math.abs(light(at) - paper) > most / 2);

  /** Areas of one kind that hang together: how large each is, and whether it reaches the edge of the picture. */
  const areas = (kind: boolean): readonly { size: number; atEdge: boolean }[] => {
    const seen = new Set<number>();
    return all.flatMap((start) => {
      if (seen.has(start) || isInk[start] !== kind) return [];
      let size = 0;
      let atEdge = false;
      const queue = [start];
      seen.add(start);
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        const [x, y] = [at % width, Math.floor(at / width)];
        size += 1;
        atEdge ||= x === 0 || y === 0 || x === width - 1 || y === height - 1;
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const next = (y + dy) * width + x + dx;
          const isInside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          if (!isInside || seen.has(next) || isInk[next] !== kind) continue;
          seen.add(next);
          queue.push(next);
        }
      }
      // Less is the soft edge of a line.
      return size < 4 ? [] : [{ size, atEdge }];
    });
  };
  const glyphs = areas(true).filter(({ atEdge }) => !atEdge);
  const holes = areas(false).filter(({ atEdge }) => !atEdge);
  if (glyphs.length === 0) return 'nothing';
  if (glyphs.length > 1) return 'dotted';
  if (holes.length !== 1) return 'struck through';
  const [xs, ys] = [(at: number) => at % width, (at: number) => Math.floor(at / width)].map(
    (along) => all.filter((at) => isInk[at]).map(along),
  );
  const extent = (values: readonly number[] = []): number =>
    Math.max(...values) - Math.min(...values) + 1;
  return extent(xs) / extent(ys) > 0.85 ? 'wide as an O' : 'open';
};

/** Where each nought of the page is drawn, and whether its font has the mended one. */
export const findZeroes = (): readonly {
  readonly around: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** It is in the window, and nothing lies over it. */
  readonly isOnTop: boolean;
  /** Null: it comes from the face that mends the family. */
  readonly trouble: string | null;
}[] => {
  const faces = [...document.fonts].filter(({ unicodeRange }) => unicodeRange === 'U+30');
  const unquoted = (family: string): string => family.replaceAll(/["']/g, '').trim();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (element === null || !text.includes('0') || element.closest('.print-root') !== null)
      continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { fontFamily, fontWeight } = getComputedStyle(element);
    const first = unquoted(fontFamily.split(',')[0] ?? '');
    const face = faces.find(
      (each) => unquoted(each.family) === first && each.weight === fontWeight,
    );
    for (const { index } of text.matchAll(/0/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      if (width < 1 || height < 1) continue;
      const trouble =
        face === undefined
          ? `no face mends the nought of ${first} ${fontWeight}`
          : face.status === 'loaded'
            ? null
            : `the nought of ${first} ${fontWeight} is ${face.status}`;
      const around = text.replace(/\s+/g, ' ').trim().slice(0, 40);
      const corners = [y + 1, y + height - 1].map((at) =>
        document.elementFromPoint(x + width / 2, at),
      );
      const isOnTop = corners.every((each) => each !== null && element.contains(each));
      found.push({ around, x, y, width, height, isOnTop, trouble });
    }
  }
  return found;
};
