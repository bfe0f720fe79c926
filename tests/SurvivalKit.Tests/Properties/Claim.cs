using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>Checks a claim on random cases; the seed is fixed, so that a run can be repeated.</summary>
internal static class Claim
{
    public static void Holds<T>(Gen<T> cases, Action<T> claim, int count = 200) =>
        Prop.ForAll(cases.ToArbitrary(), claim)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_240_331, 77).WithQuietOnSuccess(true));
}
