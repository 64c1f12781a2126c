//! Hashes that stand for words and features: there is no vocabulary at run time.

/// Mixes the number of a feature template, below 256, with up to three values.
#[inline(always)]
pub(crate) fn mix(template: u32, a: u32, b: u32, c: u32) -> u32 {
    debug_assert!(template < 256, "template {template} would run into the values");
    let x = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ (u64::from(c) << 8 | u64::from(template)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let x = (x ^ (x >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (x >> 32) as u32
}

/// Hash of a word or a part of one.
#[inline]
pub(crate) fn hash_bytes(bytes: &[u8]) -> u32 {
    let mut h = 0xCBF2_9CE4_8422_2325_u64;
    for &b in bytes {
        h = (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3);
    }
    (h ^ (h >> 32)) as u32
}
