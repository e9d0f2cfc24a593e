import { Select } from '#kit/select.tsx';
import { useBench, useBenchState } from '../bench.ts';
import { putSample } from './put-sample.ts';
import { SAMPLES } from './samples.ts';

const PROMPT = 'prompt';
const WORKBENCH = 'workbench';

/** Samples by name, and the token that came from the workbench. */
export function SampleMenu() {
  const bench = useBench();
  const handedOver = useBenchState((state) => state.handedOver);
  const options = [
    { value: PROMPT, label: 'Samples' },
    ...SAMPLES.map(({ id, name }) => ({ value: id, label: name })),
    ...(handedOver === null ? [] : [{ value: WORKBENCH, label: 'The one from the workbench' }]),
  ];
  const onChange = (value: string): void => {
    const sample = SAMPLES.find(({ id }) => id === value);
    if (sample) void putSample(bench, sample, Math.floor(Date.now() / 1000));
    else if (value === WORKBENCH && handedOver !== null) bench.handOver(handedOver);
  };
  return <Select label="Try a sample" value={PROMPT} options={options} onChange={onChange} />;
}
