#include "fuzzed.h"

#include "vault/signed_file.h"
#include "vault/statements.h"

using namespace heed;

namespace {

void readAsEach(const vault::SignedFile& file, const QString& name)
{
    (void)vault::parsePayload<vault::VaultStatement>(file, name);
    (void)vault::parsePayload<vault::DeskStatement>(file, name);
    (void)vault::parsePayload<vault::MemberBox>(file, name);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const auto bytes = fuzzed::bytesOf(data, size);
    const auto name = QStringLiteral("vault.json");
    for (const auto& format : {vault::vaultFormat, vault::deskFormat, vault::memberFormat})
        if (const auto file = vault::parseSignedFile(bytes, format, name))
            readAsEach(*file, name);
    // The payload alone, since bytes at random are seldom an envelope.
    vault::SignedFile bare;
    bare.payload = bytes;
    readAsEach(bare, name);
    return 0;
}
