// The tallies of all polls, kept up with every stored vote, so that a result costs what its options cost.
//
// Votes are kept as distinct ballots with their number; the core counts them. When a definition changes, its
// polls are counted again from these.
// Threads: the collector's. Errors: a ballot that names no option counts for nobody (the core's rule).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/definition/definition.h"
#include "core/poll/poll_tally.h"

namespace canvass::collector {

// Definition id and question name.
using PollKey = std::pair<std::string, std::string>;

class Polls {
public:
    // `ballot` and `replaced` are answers as JSON text (see Vote).
    void count(const PollKey& key, const std::string& ballot, std::int64_t votes = 1);
    void replace(const PollKey& key, const std::string& replaced, const std::string& ballot);

    // What the method came to as JSON (PollTally::results_json()); `question` is one of the definition's polls.
    const std::string& results(const core::Definition& definition, const core::Element& question);

    // The ballots, for everybody to count again (core/poll/publication.h); empty when that cannot be written.
    std::string ballots(const core::Definition& definition, const core::Element& question);

private:
    struct Poll {
        std::map<std::string, std::int64_t> ballots;
        std::string value_name;
        std::string definition_hash;  // what the tally was counted for
        std::optional<core::PollTally> tally;
        std::string json;  // empty: to be written anew
    };
    static core::Value answers(const Poll& poll, const std::string& ballot);
    static void count_again(Poll& poll, const core::Definition& definition, const core::Element& question);

    std::map<PollKey, Poll> polls_;
    core::Texts texts_;
};

// The question of this name if it is a poll; nullptr otherwise.
const core::Element* poll_named(const core::Definition& definition, std::string_view question);

}  // namespace canvass::collector
