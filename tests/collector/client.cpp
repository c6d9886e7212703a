#include "tests/collector/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "collector/http.h"

namespace canvass::collector::test {

std::string Answered::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (equal_ignoring_case(key, name)) return value;
    }
    return {};
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect");
    }
}

Client::~Client() { ::close(socket_); }

void Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;  // what the collector said before it closed is still to be read
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Client::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool Client::receive() {
    std::array<char, 65536> bytes;
    const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got < 0) throw std::runtime_error("no answer");
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    return got > 0;
}

std::string Client::read_until(std::string_view text) {
    std::size_t found = 0;
    while ((found = buffer_.find(text)) == std::string::npos) {
        if (!receive()) throw std::runtime_error("closed after: " + buffer_);
    }
    std::string before = buffer_.substr(0, found + text.size());
    buffer_.erase(0, found + text.size());
    return before;
}

Answered Client::read(bool head) {
    Answered answered;
    const std::string text = read_until("\r\n\r\n");
    answered.status = std::stoi(text.substr(text.find(' ')));
    std::size_t line = text.find("\r\n") + 2;
    for (std::size_t end; (end = text.find("\r\n", line)) > line; line = end + 2) {
        const std::size_t colon = text.find(':', line);
        answered.headers.emplace_back(text.substr(line, colon - line),
                                      trimmed(text.substr(colon + 1, end - colon - 1)));
    }
    const std::string length = answered.header("Content-Length");
    if (head || length.empty()) return answered;
    while (buffer_.size() < std::stoul(length)) {
        if (!receive()) throw std::runtime_error("the body is cut off");
    }
    answered.body = buffer_.substr(0, std::stoul(length));
    buffer_.erase(0, answered.body.size());
    return answered;
}

bool Client::is_closed_within(int milliseconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    std::array<char, 4096> dropped;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd readable{socket_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) == 0) return false;
        if (::recv(socket_, dropped.data(), dropped.size(), 0) <= 0) return true;
    }
}

Answered Client::request(std::string_view method, std::string_view target, const Headers& headers,
                         std::string_view body) {
    std::string text = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    send(text + "\r\n" + std::string(body));
    return read(method == "HEAD");
}

}  // namespace canvass::collector::test
