using System.Globalization;
using Xunit.Sdk;

namespace SurvivalKit.Tests;

/// <summary>
/// The seed of a test over random data: a new one in each run, printed where the test fails. With <c>SURVIVALKIT_SEED</c> set to it, all
/// such tests use that seed, and the failure is reproduced.
/// </summary>
internal static class RandomSeed
{
    private const string Variable = "SURVIVALKIT_SEED";

    /// <summary>Runs a test with its seed.</summary>
    public static void Run(Action<int> test)
    {
        int seed = Next();
        try
        {
            test(seed);
        }
        catch (Exception failure)
        {
            throw new XunitException($"{failure.Message}\nThe seed was {seed}; run again with {Variable}={seed}.", failure);
        }
    }

    private static int Next()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(given) ? Random.Shared.Next()
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed
            : throw new InvalidOperationException($"{Variable} is '{given}'; a whole number from 0 to {int.MaxValue} was expected.");
    }
}
