// A blocking HTTP client on a bare socket, so that tests can also send what no client library would.
// Errors: std::runtime_error when the collector does not answer within ten seconds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvass::collector::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Answered {
    int status = 0;
    Headers headers;
    std::string body;

    // "" when there is none.
    std::string header(std::string_view name) const;
};

class Client {
public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(std::string_view bytes);
    void finish_sending();
    // Reads one reply; the connection stays open for the next. `head`: the reply has no body.
    Answered read(bool head = false);
    // Reads until this text has come, and returns all up to and including it.
    std::string read_until(std::string_view text);
    // True when the other side closes before `milliseconds` have passed; what it sends meanwhile is dropped.
    bool is_closed_within(int milliseconds);

    Answered request(std::string_view method, std::string_view target, const Headers& headers = {},
                     std::string_view body = {});
    Answered get(std::string_view target, const Headers& headers = {}) { return request("GET", target, headers); }
    Answered post(std::string_view target, std::string_view json) {
        return request("POST", target, {{"Content-Type", "application/json"}}, json);
    }

private:
    bool receive();  // false: closed

    int socket_ = -1;
    std::string buffer_;
};

}  // namespace canvass::collector::test
