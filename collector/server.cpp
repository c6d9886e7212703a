#include "collector/server.h"

#include <boost/asio/buffer.hpp>

#include <chrono>
#include <stdexcept>

namespace canvass::collector {
namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
namespace {

constexpr std::chrono::milliseconds pause_after_failure{100};
constexpr std::chrono::seconds grace{10};

tcp::acceptor listen(asio::io_context& io, const std::string& address, std::uint16_t port) {
    try {
        return tcp::acceptor(io, tcp::endpoint(asio::ip::make_address(address), port));
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error("cannot listen on " + address + ":" + std::to_string(port) + ": " +
                                 error.code().message());
    }
}

}  // namespace

Server::Server(asio::io_context& io, const std::string& address, std::uint16_t port, Handler handler,
               const CrossOrigin& origins, ConnectionLimits limits, std::size_t most_connections)
    : io_(io),
      acceptor_(listen(io, address, port)),
      timer_(io),
      handler_(std::move(handler)),
      origins_(origins),
      limits_(limits),
      most_connections_(most_connections) {
    accept();
}

std::uint16_t Server::port() const { return acceptor_.local_endpoint().port(); }

std::string Server::url() const {
    const auto address = acceptor_.local_endpoint().address();
    const std::string host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
    return "http://" + host + ":" + std::to_string(port());
}

void Server::accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
        if (stopping_) return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        // Out of descriptors, most likely: some will be free again.
        timer_.expires_after(pause_after_failure);
        timer_.async_wait([this](error_code) {
            if (!stopping_) accept();
        });
    });
}

void Server::admit(tcp::socket socket) {
    if (connections_.size() >= most_connections_) {
        static constexpr std::string_view busy =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(busy), ignored);
        return;
    }
    const auto number = next_connection_++;
    connections_[number] = Connection::start(std::move(socket), handler_, origins_, limits_, [this, number] {
        connections_.erase(number);
        if (stopping_ && connections_.empty()) timer_.cancel();
    });
}

void Server::stop() {
    stopping_ = true;
    acceptor_.close();
    timer_.cancel();
    for (const auto& [number, connection] : connections_) connection->stop();
    if (connections_.empty()) return;
    timer_.expires_after(grace);
    timer_.async_wait([this](error_code cancelled) {
        if (!cancelled) io_.stop();
    });
}

}  // namespace canvass::collector
