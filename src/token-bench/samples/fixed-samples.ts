/** Samples that do not depend on the clock. Their keys are public and protect nothing; tests verify and open them. */

/** Encrypted with A128KW and A256GCM; inside is a JWT. */
export const JWE_SAMPLE = {
  text: [
    'eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMjU2R0NNIiwiY3R5IjoiSldUIn0.zq8sf6czZxZVnNHH3Ojt60vFTQMB021NQElaTb7H',
    'ydbrf8TPsCxglw.Q64G_rMlhc0T2t7s.OU1wDoma5rqBYK62I0DUo-1bBzrVQkKUbcn7HlRgck5M8HLtYfGTt_XjZMq-5wDvvoTd',
    '6pnLwzRtcwYvcYnu-y6EMjO5VA3_MDHaKmRbSEHP0LBEVdptTF1Wu8KQ4LAcqNinpO6f9cwft1T1YSI-Klzp1tLT60Jd1nwK-I5p',
    'lG2AVLe1RRc0NiGu7KQAClwWIPwOoBsCSUJn0BMimv0fG3NSpCHCnJpv-kiKC6b9td6qvG4lpaZW5CFX7_9RczWgfE-gw5da9xVU',
    'aGbrn2S9BR8xkT7Zu8sBvUQ6uxybLn4UCe6c2snw-KuFCibsf6h7otrkg6gQhR_kly930Tn9vc8f4DU8eaqgyKzilQaSLC0.wkAw',
    'CHwV2K8PwKKx6eNhTA',
  ].join(''),
  keyText: '{"kty":"oct","k":"ABEiM0RVZneImaq7zN3u_w"}',
};

/** Of three claims the holder shows two. */
export const SD_JWT_SAMPLE = {
  text: [
    'eyJhbGciOiJFUzI1NiIsInR5cCI6ImRjK3NkLWp3dCJ9.eyJfc2QiOlsiMG1kNGVTRkRXaWc3R2FkMUNaaVJ5MUk0Z2NHNGZLT21',
    '6R05FbU9kQUJpSSIsInhUeUtOWFFoZF9xdEFoT09ONVBKbUh6ZU92dy1MV3FMVkpmVlNkazVRdkUiLCJ6eVN1OWV0OWNaWEZSTVh',
    'oY1V4OHFJV2l6c3VfOUNXY3htRmhlQnhBNS13Il0sIl9zZF9hbGciOiJzaGEtMjU2IiwiaXNzIjoiaHR0cHM6Ly9yZWdpc3RyeS5',
    'leGFtcGxlIiwiaWF0IjoxNzk1MzAwMDAwLCJ2Y3QiOiJodHRwczovL3JlZ2lzdHJ5LmV4YW1wbGUvcGVyc29uIn0.fS74VFGhEE_',
    'RZkkYcozkP1hYy5Lp-MyJKOhljwkihAZzYYWWNpsL7jY0yjqYGqYNe7_Hlew-3qwgL2vp0DyPTg~WyIyR0xDNDJzS1F2ZUNmR2Zy',
    'eU5STjl3IiwiZ2l2ZW5fbmFtZSIsIkVyaWthIl0~WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwiYmlydGhkYXRlIiwiMTk2NC0w',
    'OC0xMiJd~',
  ].join(''),
  keyText:
    '{"kty":"EC","crv":"P-256","x":"71f4ETT2C1MTnVL_hxM5Mz0n-shuYngofdQ6r9YjfUU","y":"wZKSV2qdJDJhmlFJw0tQhvBrTPNFeISn2wxlZBge584"}',
};

/** Printed beside it stands `"iss": "https://app.example"`, which is not in it. */
export const TUTORIAL_SAMPLE = {
  text: [
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjo0MiwidXNlcl9uYW1lIjoiSm9obiBEb2UiLCJyb2xlIjoiYWR',
    'taW4iLCJpYXQiOjE3MDk1MDAwMDAsImV4cCI6MTcwOTUwMzYwMH0.UJidHX7p_okmVIyDSP4DoZTnPReAiZyYghW25ahKwGw',
  ].join(''),
  keyText: 'your-256-bit-secret-key-here-keep-it-safe',
};

/** As the tutorial prints it: the name has 8 bytes. */
export const PHP_SESSION_SAMPLE = {
  text: 'user|a:3:{s:2:"id";i:42;s:9:"user_name";s:10:"John Doe";s:4:"role";s:5:"admin";}',
};
