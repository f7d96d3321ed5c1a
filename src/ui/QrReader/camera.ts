/** The camera as `QrReader` asks for it. Nothing of what it sees is kept or leaves the device. */

export interface CameraPort {
  /** Shows the camera in `video`; gives the way to put it out, or why there is no picture. */
  readonly start: (video: HTMLVideoElement) => Promise<(() => void) | CameraTrouble>;
  /** What a code before the camera says; null when none is seen. Rejects when codes cannot be read here. */
  readonly look: (video: HTMLVideoElement) => Promise<string | null>;
}

export type CameraTrouble =
  /** There is none, or this browser gives none to a page. */
  | 'none'
  /** The person, or somebody who set up the device, said no. */
  | 'notAllowed'
  /** Another program has it. */
  | 'inUse';

export const browserCamera: CameraPort = {
  start: async (video) => {
    // Missing where the page is not safe to give a camera.
    const devices: MediaDevices | undefined = navigator.mediaDevices;
    if (devices?.getUserMedia === undefined) return 'none';
    try {
      const stream = await devices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
      });
      const stop = (): void => {
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
      };
      video.srcObject = stream;
      // It may be taken away before it has begun to play.
      await video.play().catch(() => undefined);
      return stop;
    } catch (problem) {
      return troubleOf(problem instanceof Error ? problem.name : '');
    }
  },
  look: async (video) => (await import('./decodeQr.ts')).decodeQr(video),
};

const troubleOf = (name: string): CameraTrouble => {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'notAllowed';
  return name === 'NotReadableError' || name === 'AbortError' ? 'inUse' : 'none';
};
