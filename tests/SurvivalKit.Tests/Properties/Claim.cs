using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>Checks a claim on random cases, from a fresh seed each run (see <see cref="RandomSeed"/>).</summary>
internal static class Claim
{
    // The generator of FsCheck is that of Steele, Lea and Flood (2014): an odd increment, here the golden ratio's.
    private const ulong Increment = 0x9E37_79B9_7F4A_7C15;

    public static void Holds<T>(Gen<T> cases, Action<T> claim, int count = 200) => RandomSeed.Run(seed =>
        Prop.ForAll(cases.ToArbitrary(), claim)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay((ulong)seed, Increment).WithQuietOnSuccess(true)));
}
