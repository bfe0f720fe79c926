using System.Text.RegularExpressions;

namespace SurvivalKit.Tests;

/// <summary>One rule for unusable user input: a <see cref="SurvivalDataException"/>, whatever the room.</summary>
public sealed partial class WrongArgumentTests
{
    // A table whose rows are uneven, a value that no form has and a generator of numbers below 1 are mistakes of the program.
    private static readonly string[] OfTheProgram = ["JsonWriter.cs", "TableModel.cs", "SplitMix64.cs"];

    [Theory]
    [InlineData("SurvivalKit")]
    [InlineData("SurvivalKit.Documents")]
    [InlineData("SurvivalKit.Figures")]
    [InlineData("SurvivalKit.TextCheck")]
    [InlineData("SurvivalKit.Published")]
    public void What_a_user_gives_is_refused_by_one_exception(string project)
    {
        string[] others =
        [
            .. Directory.EnumerateFiles(Repository.File("src/" + project), "*.cs", SearchOption.AllDirectories)
                .Where(file => !OfTheProgram.Contains(Path.GetFileName(file)))
                .SelectMany(file => Refusal().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")),
        ];

        Assert.Empty(others);
    }

    // The arm of a switch for a value that its enumeration does not have is an error of the program.
    [GeneratedRegex(
        """new ArgumentException\(|(?<!_ => throw )new ArgumentOutOfRangeException\(.*(?<!There is no such .*)$|OutOfRangeException\.ThrowIf""",
        RegexOptions.Multiline)]
    private static partial Regex Refusal();
}
