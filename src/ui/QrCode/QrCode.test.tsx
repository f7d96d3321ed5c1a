// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { QrCode } from './QrCode.tsx';

afterEach(cleanup);

const show = (value: string): SVGElement => {
  render(<QrCode value={value} label="Kod till den andra plattan" />);
  const drawn = screen.getByRole('img', { name: 'Kod till den andra plattan' });
  if (!(drawn instanceof SVGElement)) throw new Error('not drawn');
  return drawn;
};

/** Paints the path as a camera would see it: `scale` pixels a module, black on white. */
const paint = (drawn: SVGElement, scale: number) => {
  const side = Number(drawn.getAttribute('viewBox')?.split(' ')[2]);
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  const path = drawn.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let at = Number(x) * scale; at < (Number(x) + Number(run)) * scale; at += 1) {
        data.set([0, 0, 0], (row * width + at) * 4);
      }
    }
  }
  return { data, width, height: width, colorSpace: 'srgb' as const };
};

describe('QrCode', () => {
  it('is read by the reader of the program as what it was made of', async () => {
    const file = await readFile('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
    const wasmBinary = new Uint8Array(file).buffer;
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
    const value = 'https://sip.example/folj#0123456789abcdefghijklmnopqrstuvwxyzåäö';
    const found = await readBarcodes(paint(show(value), 4), { formats: ['QRCode'] });
    expect(found.map(({ text }) => text)).toEqual([value]);
  });

  it('keeps four modules of white around it', () => {
    const drawn = show('0123456789');
    const side = Number(drawn.getAttribute('viewBox')?.split(' ')[2]);
    const rows = [
      ...(drawn.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h(\d+)/gu),
    ];
    expect(Math.min(...rows.map(([, x]) => Number(x)))).toBe(4);
    expect(Math.min(...rows.map(([, , y]) => Number(y)))).toBe(4);
    expect(Math.max(...rows.map(([, x, , run]) => Number(x) + Number(run)))).toBe(side - 4);
  });
});
