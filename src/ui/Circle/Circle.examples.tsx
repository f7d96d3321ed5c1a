import type { Example } from '../example.ts';
import { Circle } from './Circle.tsx';

export const examples: readonly Example[] = [
  { name: 'before the meeting', render: () => <Circle part={null} /> },
  { name: 'part 1', render: () => <Circle part={1} timeLeft={0.93} /> },
  { name: 'part 2', render: () => <Circle part={2} timeLeft={0.8} /> },
  { name: 'part 3', render: () => <Circle part={3} timeLeft={0.66} /> },
  {
    name: 'part 4, mirrored',
    render: () => <Circle part={4} timeLeft={0.25} size={330} numberSize={31} />,
  },
  { name: 'part 5', render: () => <Circle part={5} timeLeft={0.05} /> },
  {
    name: 'other shares, words in the middle',
    render: () => (
      <Circle part={null} shares={[15, 20, 40, 15, 10]} size={308}>
        <strong>13.45</strong>
        <span>i dag</span>
      </Circle>
    ),
  },
  { name: 'pause', render: () => <Circle part={3} pale={true} timeLeft={null} /> },
];
