#include "collector/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace canvass::collector {

FileLock::FileLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
    if (descriptor_ < 0) {
        throw std::runtime_error(errno == ENOENT ? "its folder does not exist"
                                                 : std::generic_category().message(errno));
    }
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    const int reason = errno;
    ::close(descriptor_);
    throw std::runtime_error(reason == EWOULDBLOCK ? "another collector is using it"
                                                   : std::generic_category().message(reason));
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace canvass::collector
