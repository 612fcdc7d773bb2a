import { createHash } from 'node:crypto';
import { type Box, type Canvas, type Colour, createCanvas, ellipse, fill, toPng, upperHalfOfEllipse } from './canvas';

/**
 * A PNG that looks a little like what it stands for: a card with a portrait, a back with lines for machines, a letter, a
 * face. The same person has the same face; another `seed` gives other bytes.
 */
export function drawSamplePicture(
  { idDocType, idDocSubType }: { idDocType: string; idDocSubType: string | null },
  { person, seed }: { person: string; seed: string },
): Buffer {
  const look = createDice(person);
  const paper = createDice(`${person} ${idDocType} ${idDocSubType} ${seed}`);
  return toPng(draw(toKind(idDocType, idDocSubType), look, paper), paper.name);
}

type Kind = 'face' | 'letter' | 'front' | 'back';

function toKind(idDocType: string, idDocSubType: string | null): Kind {
  if (/SELFIE|PROFILE_IMAGE/.test(idDocType)) return 'face';
  if (/UTILITY_BILL/.test(idDocType)) return 'letter';
  return idDocSubType === 'BACK_SIDE' ? 'back' : 'front';
}

interface Dice {
  name: string;
  /** A number below `count`, always the same at one index. */
  at(index: number, count: number): number;
}

function createDice(seed: string): Dice {
  const bytes = createHash('sha256').update(seed).digest();
  return { name: bytes.toString('hex'), at: (index, count) => (bytes[index % bytes.length] ?? 0) % count };
}

const white: Colour = [250, 250, 247];
const ink: Colour = [52, 58, 70];
const faint: Colour = [168, 174, 184];
const skins: readonly Colour[] = [
  [241, 204, 177],
  [224, 172, 138],
  [198, 140, 104],
  [141, 92, 66],
];

function draw(kind: Kind, look: Dice, paper: Dice): Canvas {
  const tint: Colour = [200 + paper.at(0, 45), 200 + paper.at(1, 45), 200 + paper.at(2, 45)];
  const stripe: Colour = [30 + paper.at(3, 90), 60 + paper.at(4, 90), 90 + paper.at(5, 110)];
  switch (kind) {
    case 'face': {
      const canvas = createCanvas(360, 480, tint);
      drawPerson(canvas, { x: 40, y: 70, width: 280, height: 410 }, look);
      return canvas;
    }
    case 'front': {
      const canvas = createCanvas(480, 304, tint);
      fill(canvas, { x: 0, y: 0, width: 480, height: 44 }, stripe);
      fill(canvas, { x: 20, y: 17, width: 150 + paper.at(8, 60), height: 10 }, white);
      fill(canvas, { x: 20, y: 64, width: 132, height: 176 }, white);
      drawPerson(canvas, { x: 28, y: 72, width: 116, height: 168 }, look);
      drawFields(canvas, { x: 176, y: 70, width: 260, height: 170 }, paper);
      drawMachineLine(canvas, 264, paper);
      return canvas;
    }
    case 'back': {
      const canvas = createCanvas(480, 304, tint);
      drawFields(canvas, { x: 24, y: 28, width: 340, height: 136 }, paper);
      fill(canvas, { x: 0, y: 192, width: 480, height: 112 }, white);
      for (const y of [208, 238, 268]) drawMachineLine(canvas, y, paper);
      return canvas;
    }
    case 'letter': {
      const canvas = createCanvas(380, 520, white);
      fill(canvas, { x: 32, y: 32, width: 90, height: 26 }, stripe);
      for (let row = 0; row < 3; row += 1) {
        fill(canvas, { x: 32, y: 92 + row * 18, width: 90 + paper.at(row, 80), height: 9 }, ink);
      }
      for (let row = 0; row < 14; row += 1) {
        fill(canvas, { x: 32, y: 180 + row * 20, width: 190 + paper.at(8 + row, 120), height: 8 }, faint);
      }
      fill(canvas, { x: 230, y: 470, width: 118, height: 18 }, stripe);
      return canvas;
    }
  }
}

/** A name and a value in each row. */
function drawFields(canvas: Canvas, { x, y, width, height }: Box, paper: Dice): void {
  for (let row = 0; row * 34 < height; row += 1) {
    fill(canvas, { x, y: y + row * 34, width: 50, height: 6 }, faint);
    fill(canvas, { x, y: y + row * 34 + 10, width: width - paper.at(9 + row, width / 2), height: 11 }, ink);
  }
}

function drawMachineLine(canvas: Canvas, y: number, paper: Dice): void {
  for (let mark = 0; mark < 31; mark += 1) {
    fill(canvas, { x: 22 + mark * 14, y, width: 4 + paper.at(mark * 7 + y, 8), height: 14 }, ink);
  }
}

function drawPerson(canvas: Canvas, { x, y, width, height }: Box, look: Dice): void {
  const part = (left: number, top: number, right: number, bottom: number): Box => ({
    x: Math.round(x + left * width),
    y: Math.round(y + top * height),
    width: Math.round((right - left) * width),
    height: Math.round((bottom - top) * height),
  });
  const skin = skins[look.at(0, skins.length)] ?? white;
  const hair: Colour = [30 + look.at(1, 70), 24, 20];
  const shirt: Colour = [40 + look.at(2, 120), 60 + look.at(3, 110), 80 + look.at(4, 120)];
  fill(canvas, part(0, 0.68, 1, 1), shirt, upperHalfOfEllipse);
  fill(canvas, part(0.4, 0.55, 0.6, 0.76), skin);
  fill(canvas, part(0.2, 0, 0.8, 0.5), hair, ellipse);
  fill(canvas, part(0.25, 0.07, 0.75, 0.64), skin, ellipse);
  fill(canvas, part(0.35, 0.3, 0.42, 0.34), ink, ellipse);
  fill(canvas, part(0.58, 0.3, 0.65, 0.34), ink, ellipse);
  fill(canvas, part(0.42, 0.5, 0.58, 0.52), hair);
}
