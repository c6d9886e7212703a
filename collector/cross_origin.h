// Which other origins' pages may read what the collector answers (CORS). The widget stands on pages of any
// origin, sends no cookies and needs none, so the default allows them all: a page gains nothing that a plain
// HTTP client would not have, and credentials are never allowed. A site that wants its answers from its own
// pages only names its origins. (This binds browsers, not programs.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collector/http.h"

namespace canvass::collector {

class CrossOrigin {
public:
    // Origins like "https://club.example"; "*" among them, or none at all, allows every origin.
    explicit CrossOrigin(std::vector<std::string> origins);

    void allow(const Request& request, Reply& reply) const;
    // The answer to OPTIONS, as a preflight and otherwise; `methods` as in Allow.
    Reply options(std::string_view methods) const;

private:
    std::vector<std::string> origins_;  // empty: every origin
};

}  // namespace canvass::collector
