#include "collector/cross_origin.h"

#include <algorithm>

namespace canvass::collector {

CrossOrigin::CrossOrigin(std::vector<std::string> origins) : origins_(std::move(origins)) {
    if (std::find(origins_.begin(), origins_.end(), "*") != origins_.end()) origins_.clear();
}

void CrossOrigin::allow(const Request& request, Reply& reply) const {
    if (origins_.empty()) {
        reply.headers.emplace_back("Access-Control-Allow-Origin", "*");
    } else {
        const auto origin = request.header("Origin");
        reply.headers.emplace_back("Vary", "Origin");
        if (std::find(origins_.begin(), origins_.end(), origin) == origins_.end()) return;
        reply.headers.emplace_back("Access-Control-Allow-Origin", origin);
    }
    reply.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After");
    // Pages that isolate themselves (COEP) may embed the widget too.
    reply.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
}

Reply CrossOrigin::options(std::string_view methods) const {
    Reply reply;
    reply.status = 204;
    reply.headers = {{"Allow", std::string(methods)},
                     {"Access-Control-Allow-Methods", std::string(methods)},
                     {"Access-Control-Allow-Headers", "Content-Type, If-None-Match, Last-Event-ID"},
                     {"Access-Control-Max-Age", "7200"}};
    return reply;
}

}  // namespace canvass::collector
