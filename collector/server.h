// Accepts connections on one address, a bounded number at a time; who comes beyond that is told so and closed.
// Ownership: refers to the origins and the io_context, which must outlive it. Threads: the one that runs the
// io_context. Errors: the constructor throws std::runtime_error when the address cannot be listened on.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "collector/connection.h"

namespace canvass::collector {

class Server {
public:
    Server(boost::asio::io_context& io, const std::string& address, std::uint16_t port, Handler handler,
           const CrossOrigin& origins, ConnectionLimits limits, std::size_t most_connections);

    // "http://127.0.0.1:8080"
    std::string url() const;
    std::uint16_t port() const;

    // Accepts no more; connections end with the request at hand, or after a while.
    void stop();

private:
    void accept();
    void admit(boost::asio::ip::tcp::socket socket);

    boost::asio::io_context& io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer timer_;  // a pause after a failed accept; then the end of stopping
    Handler handler_;
    const CrossOrigin& origins_;
    ConnectionLimits limits_;
    std::size_t most_connections_;
    std::map<std::uint64_t, std::shared_ptr<Connection>> connections_;
    std::uint64_t next_connection_ = 0;
    bool stopping_ = false;
};

}  // namespace canvass::collector
