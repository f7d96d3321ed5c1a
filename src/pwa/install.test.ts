import { describe, expect, it, vi } from 'vitest';
import { createInstall } from './install.ts';

const createTarget = (isStandalone = false) => {
  const target = new EventTarget();
  return Object.assign(target, {
    matchMedia: () => ({ matches: isStandalone }) as MediaQueryList,
  }) as unknown as EventTarget & Pick<Window, 'addEventListener' | 'matchMedia'>;
};

const question = () =>
  Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt: vi.fn(async () => ({ outcome: 'accepted' })),
  });

describe('putting it on the home screen', () => {
  it('is by the menu until the browser has a question to ask, and by the question once', async () => {
    const target = createTarget();
    const install = createInstall(target);
    const listener = vi.fn();
    install.subscribe(listener);
    expect(install.way()).toBe('menu');
    const event = question();
    target.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(install.way()).toBe('question');
    await install.ask();
    await install.ask();
    expect(event.prompt).toHaveBeenCalledTimes(1);
    expect(install.way()).toBe('menu');
    target.dispatchEvent(new Event('appinstalled'));
    expect(install.way()).toBe('installed');
    expect(listener).toHaveBeenCalled();
  });

  it('is done when opened from there', () => {
    expect(createInstall(createTarget(true)).way()).toBe('installed');
  });
});
