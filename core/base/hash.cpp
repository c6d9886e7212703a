#include "core/base/hash.h"

#include <cstring>

namespace canvass::core {
namespace {

constexpr std::size_t block_size = 64;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
constexpr std::uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t turned(std::uint32_t word, int bits) { return (word >> bits) | (word << (32 - bits)); }

void digest_block(std::uint32_t (&state)[8], const unsigned char* block) {
    std::uint32_t schedule[64];
    for (int t = 0; t < 16; ++t)
        schedule[t] = std::uint32_t{block[4 * t]} << 24 | std::uint32_t{block[4 * t + 1]} << 16 |
                      std::uint32_t{block[4 * t + 2]} << 8 | std::uint32_t{block[4 * t + 3]};
    for (int t = 16; t < 64; ++t) {
        const std::uint32_t a = schedule[t - 15], b = schedule[t - 2];
        schedule[t] = schedule[t - 16] + (turned(a, 7) ^ turned(a, 18) ^ (a >> 3)) + schedule[t - 7] +
                      (turned(b, 17) ^ turned(b, 19) ^ (b >> 10));
    }
    // The words a to h of round t lie at (0 … 7) − t in this circle: a round writes two and moves none.
    std::uint32_t circle[8];
    std::memcpy(circle, state, sizeof circle);
    for (int t = 0; t < 64; ++t) {
        const auto word = [&](int number) -> std::uint32_t& { return circle[(number - t) & 7]; };
        const std::uint32_t a = word(0), e = word(4);
        const std::uint32_t chosen = (e & word(5)) ^ (~e & word(6));
        const std::uint32_t majority = (a & word(1)) ^ (a & word(2)) ^ (word(1) & word(2));
        const std::uint32_t first = word(7) + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen +
                                    round_constants[t] + schedule[t];
        word(3) += first;
        word(7) = first + (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
    }
    for (int i = 0; i < 8; ++i) state[i] += circle[i];
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
    // The fractional parts of the square roots of the first eight primes (FIPS 180-4, 5.3.3).
    std::uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    unsigned char block[block_size];
    while (bytes.size() >= block_size) {
        std::memcpy(block, bytes.data(), block_size);
        digest_block(state, block);
        bytes.remove_prefix(block_size);
    }
    std::memset(block, 0, block_size);
    if (!bytes.empty()) std::memcpy(block, bytes.data(), bytes.size());
    block[bytes.size()] = 0x80;
    if (bytes.size() >= block_size - 8) {
        digest_block(state, block);
        std::memset(block, 0, block_size);
    }
    for (std::size_t i = 0; i < 8; ++i)
        block[block_size - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
    digest_block(state, block);

    Sha256 digest;
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

std::string hex(const Sha256& digest) {
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

}  // namespace canvass::core
