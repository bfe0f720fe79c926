using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>Checks a claim on random cases, with a new seed each run (see <see cref="RandomSeed"/>).</summary>
internal static class Claim
{
    // Of the studies of Cases fewer than one in a hundred has a fit that does not converge.
    /// <summary>The largest share of random studies whose fit may be left out because it does not converge.</summary>
    public const double MostLeftOut = 0.05;

    // The generator of FsCheck is that of Steele, Lea and Flood (2014): an odd increment, here the golden ratio's.
    private const ulong Increment = 0x9E37_79B9_7F4A_7C15;

    public static void Holds<T>(Gen<T> cases, Action<T> claim, int count = 200) => RandomSeed.Run(seed => Check(cases, claim, count, seed));

    /// <summary>Checks a claim that returns whether it applied to the case; fails where too many cases are left out.</summary>
    public static void HoldsWhereItApplies<T>(Gen<T> cases, Func<T, bool> claim, double mostLeftOut = MostLeftOut, int count = 200) =>
        RandomSeed.Run(seed =>
        {
            int leftOut = 0;
            Check(cases, each => leftOut += claim(each) ? 0 : 1, count, seed);
            Assert.True(
                leftOut <= mostLeftOut * count,
                $"The claim was not about {leftOut} of {count} cases; at most {mostLeftOut:P0} were expected.");
        });

    private static void Check<T>(Gen<T> cases, Action<T> claim, int count, int seed) => Prop.ForAll(cases.ToArbitrary(), claim)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay((ulong)seed, Increment).WithQuietOnSuccess(true));
}
