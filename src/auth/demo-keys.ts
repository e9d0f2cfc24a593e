/**
 * Fixed key pairs for the simulation, private parts included: anybody can read them here, so they protect nothing. They are part of
 * the source so that the same run makes the same tokens everywhere. Members as in RFC 7518 §6.3 and RFC 8037 §2.
 */

/** RSA, 2 048 bits, for RS256. */
export const DEMO_RSA_KEY = {
  kid: 'claimcheck-demo-rsa',
  kty: 'RSA',
  alg: 'RS256',
  n: [
    'nOp8i6wtXI1FqoaCL5pvNjAYEAGRwl1xjOk2uLnzYJu3TlfZE7d7IMY4OY_EvWBs',
    'y3trJ0ueoPhzrCgZHFPfQS5nH8GGtHTN_XV_g53-b8d-CR-4FtjHHnu5nmUYwI5B',
    '4x6t2M9MyocLgQurXIZXMU--wAUT9_iFuLGpq4NlTgo5_wdcufVngK3fMpqhE2rE',
    'XwiX4YRKUIpES-ijNkh6WXZbwJgUF3TtRiApv122vbomCFNKtE0F66UYfArg8uk0',
    'RPctxr6LenmvucpbulNzzVFOQeq7j79YemihkhKILRrNG6GMS-Ts4C0WHitWf0eH',
    'KOEBIxyLuh_OslgP3-6cAQ',
  ].join(''),
  e: 'AQAB',
  d: [
    'AwVX41m7yBRLbP1wzk0uIsw9W1oHYgc54VdIS5k_WmrXBiPmcMTrkrmEMbX_CPEN',
    'OSPhr8iKt9E-q1fch2VFNxhXSYcIkors4Ao5-6kAEet0lYUB_pUa7L8fp0Etnz_h',
    '3HctzD6t7Rh5WAk3KeVncnJlQwW6ASAshV4svLm_apebsREnqtMjKZJ4oDA6XNYZ',
    'r_KiOJGCBr7Zg_r6F4GD_4UQHYcWOts7_JJ96ChYNiMTNIZOIgGWtcsAOZ1zGJS4',
    'l6o578Wonfef8NF86DgiaazmhtSjpbxYxF05zItibJiBxFCmT7oe5u3BW14PvtU6',
    'HiVqiDUF--254fKHgfudQQ',
  ].join(''),
  p: [
    '2UmSCjz8mR2FQR6TJhL9sw4nB12DCWtuZNe88Os4KacWvNYpcbbut2f-a3MgN6fB',
    'TPVovkWIU9_zd_Pp81zGKpnPWHpJYQbziZVkqqeO9M5ycOiaS501wog8SCfuwhcP',
    'LaU_3XwqByeKa1dfRnBoG-SqC0NEzgHevzaT5K5b4uE',
  ].join(''),
  q: [
    'uN9ji8l3xng7w6vxwm-PmCkVxxsyeewylUONNvUGF9n3GS8zWNlVteAQUsRbwWnW',
    '8chPK0sM74ybxfgbthLbl-02PnqPilKazOOfTvP-diG-jKXqFwZ2DkZ7F9w1wyxk',
    'MUjFTtAMVi7LXgQt2ggBRpeWlI61WSpu4PVI8JCe_SE',
  ].join(''),
  dp: [
    'NIb_gfAaVF15kDN2-RZQNE_wiWxGuCk7Z69rooYKbq9Q5NeU70N80-OU8p7DJBEu',
    'vo75Aj5G5ZfXAKF7ZfSAh13lbQsq4ATRLOprioG1ImMh8T-ZxTu8-kj64aqdolf2',
    'uF8hYEaa1l3trWNSyfF0iYGuxcg-Qtra4TitafPojKE',
  ].join(''),
  dq: [
    'aoLZmWnjhgczd5KS4RDhTCsvjt0OgcwhgHnA3E7iyc8cW_gjvybICNck0Gqs6owN',
    '-JMNecXtl_4MqUw-uvG2bpuOSwTVuj3JTg4-dICCtJDQdbwJWGaykZrtxFts5hun',
    'RfXFJ5kZ4nVnWa1StXEzOvaPHNvzg4G9DAKFmYPY9cE',
  ].join(''),
  qi: [
    'ksJ_b95FkWcctpUj0PMg-omhu5rk5--lWAggeF_y7lJKLe6LCtQCVeB7JeCLeAzn',
    'N0amIo8OBaeLNqNIM-2fKs0yLYVHyDzEGLwmv8DJ8vR8adA08cxRbUHPFBvm7AGT',
    'VhXXhXJwzIdodazWmK12BEFF6c4dp7-xa1ensSUeLuI',
  ].join(''),
};

/** Ed25519, for EdDSA. */
export const DEMO_ED25519_KEY = {
  kid: 'claimcheck-demo-ed25519',
  kty: 'OKP',
  alg: 'EdDSA',
  crv: 'Ed25519',
  x: 'iZKfQ_6H2GzMKIdhLCD1IScmq1LQ83odnJOeLkw-ASg',
  d: 'fvzf0RZp_3gKcF7TFwmYAAsDdg-lJKcViG8BER5bKVU',
};
