// HTTP/1.1 over one socket: requests in, replies out, within limits of size and time.
//
// A request that breaks the protocol or a limit is answered (400, 413, 431) and the connection closed; one that
// takes too long is closed. Pages of other origins may read every reply, these too, as far as CrossOrigin allows.
// Time limits span the whole of a head, a body or a reply, so sending it byte by byte does not prolong them.
// Ownership: keeps itself alive while it runs. Threads: the collector's. Errors: none leave it; a failed
// connection ends. This is the one file (with connection.cpp) that knows Boost.Beast.
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

#include "collector/cross_origin.h"
#include "collector/http.h"

namespace canvass::collector {

struct ConnectionLimits {
    std::uint32_t head_bytes = 16'384;
    std::uint64_t body_bytes = 262'144;
    std::chrono::milliseconds head{10'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds reply{30'000};
    std::chrono::milliseconds idle{60'000};       // between requests
    std::chrono::milliseconds heartbeat{15'000};  // on event streams
};

class Connection {
public:
    // `closed` is called once, when it is over.
    static std::shared_ptr<Connection> start(boost::asio::ip::tcp::socket socket, const Handler& handler,
                                             const CrossOrigin& origins, const ConnectionLimits& limits,
                                             std::function<void()> closed);
    virtual ~Connection() = default;
    // Finishes the request at hand, if any, then closes.
    virtual void stop() = 0;
};

}  // namespace canvass::collector
