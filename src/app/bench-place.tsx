export function BenchPlace() {
  return <h1>Token bench</h1>;
}
