#include "core/definition/names.h"

#include <cstring>

namespace canvass::core {
namespace {

unsigned char folded(char letter) noexcept {
    return static_cast<unsigned char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
}

// Four letters at a time, the last four of them once more where they fill no word; 0x20 makes small letters of
// capitals, and what else it makes alike is told apart by the comparison.
std::size_t hash_of(std::string_view name) noexcept {
    constexpr std::uint32_t small = 0x20202020, spread = 2654435769u;  // 2³² by the golden ratio
    auto hash = static_cast<std::uint32_t>(name.size());
    const auto mix = [&hash](std::uint32_t letters) {
        hash = (hash ^ (letters | small)) * spread;
        hash ^= hash >> 15;
    };
    std::uint32_t letters = 0;
    if (name.size() < sizeof letters) {
        for (const char letter : name) letters = letters << 8 | static_cast<unsigned char>(letter);
        mix(letters);
        return hash;
    }
    const char* const last = name.data() + name.size() - sizeof letters;
    for (const char* at = name.data(); at < last; at += sizeof letters) {
        std::memcpy(&letters, at, sizeof letters);
        mix(letters);
    }
    std::memcpy(&letters, last, sizeof letters);
    mix(letters);
    return hash;
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t at = 0; at < a.size(); ++at) {
        if (folded(a[at]) != folded(b[at])) return false;
    }
    return true;
}

std::string_view Names::text(std::int32_t number) const noexcept {
    const auto at = static_cast<std::size_t>(number);
    const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
    return std::string_view(letters_).substr(begin, ends_[at] - begin);
}

std::size_t Names::bucket_of(std::string_view name) const noexcept {
    const std::size_t mask = buckets_.size() - 1;
    std::size_t at = hash_of(name) & mask;
    const auto matches = [&](std::string_view known) {
        return case_ == Case::counts ? known == name : same_letters(known, name);
    };
    while (buckets_[at] >= 0 && !matches(text(buckets_[at]))) at = (at + 1) & mask;
    return at;
}

void Names::grow() {
    buckets_.assign(buckets_.empty() ? 16 : buckets_.size() * 4, -1);
    for (std::size_t number = 0; number < ends_.size(); ++number) {
        const auto name = static_cast<std::int32_t>(number);
        buckets_[bucket_of(text(name))] = name;
    }
}

std::int32_t Names::add(std::string_view name) {
    if (ends_.size() * 2 >= buckets_.size()) grow();
    std::int32_t& bucket = buckets_[bucket_of(name)];
    if (bucket < 0) {
        bucket = static_cast<std::int32_t>(ends_.size());
        letters_.append(name);
        ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    }
    return bucket;
}

std::int32_t Names::find(std::string_view name) const noexcept {
    return buckets_.empty() ? -1 : buckets_[bucket_of(name)];
}

}  // namespace canvass::core
