// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import type { CameraPort } from './camera.ts';
import { QrReader } from './QrReader.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const cameraOf = (change: Partial<CameraPort> = {}) => {
  const stopped = vi.fn();
  const camera: CameraPort = {
    start: async () => stopped,
    look: async () => null,
    ...change,
  };
  return { camera, stopped };
};

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('QrReader', () => {
  it('asks for no camera before somebody has pressed', () => {
    const start = vi.fn();
    render(<QrReader onRead={vi.fn()} camera={cameraOf({ start }).camera} />);
    expect(start).not.toHaveBeenCalled();
  });

  it('gives what it reads and puts the camera out when it goes', async () => {
    const onRead = vi.fn();
    const { camera, stopped } = cameraOf({ look: async () => 'SIP1D' });
    const { unmount } = render(<QrReader onRead={onRead} camera={camera} />);
    press('Läs koden med kameran');
    await waitFor(() => expect(onRead).toHaveBeenCalledWith('SIP1D'));
    unmount();
    await waitFor(() => expect(stopped).toHaveBeenCalledOnce());
  });

  it('puts the camera out on **Stäng kameran**, also one that is only starting', async () => {
    let give: (stop: () => void) => void = () => undefined;
    const { camera, stopped } = cameraOf({
      start: () => new Promise((resolve) => (give = resolve)),
    });
    render(<QrReader onRead={vi.fn()} camera={camera} />);
    press('Läs koden med kameran');
    press('Stäng kameran');
    give(stopped);
    await waitFor(() => expect(stopped).toHaveBeenCalledOnce());
  });

  it.each([
    ['none', /Det finns ingen kamera/u],
    ['notAllowed', /Programmet får inte använda kameran/u],
    ['inUse', /Ett annat program använder kameran/u],
  ] as const)('says what to do when the camera is not to be had (%s)', async (trouble, words) => {
    render(<QrReader onRead={vi.fn()} camera={cameraOf({ start: async () => trouble }).camera} />);
    press('Läs koden med kameran');
    expect((await screen.findByText(words)).textContent).toMatch(/Skriv koden i stället/u);
    expect(screen.getByRole('button', { name: 'Prova kameran igen' })).toBeTruthy();
  });

  it('says so when codes cannot be read here', async () => {
    const look = () => Promise.reject(new Error('no program'));
    const { camera, stopped } = cameraOf({ look });
    render(<QrReader onRead={vi.fn()} camera={camera} />);
    press('Läs koden med kameran');
    await screen.findByText(/Det gick inte att läsa koder med kameran/u);
    await waitFor(() => expect(stopped).toHaveBeenCalledOnce());
  });
});
