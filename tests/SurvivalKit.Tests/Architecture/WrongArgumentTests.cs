using System.Text.RegularExpressions;

namespace SurvivalKit.Tests;

/// <summary>One rule for unusable user input: a <see cref="SurvivalDataException"/>, whatever the room.</summary>
public sealed partial class WrongArgumentTests
{
    // A table with uneven rows, and a value of an unsupported type, are errors of the result's code, not of its user.
    private static readonly string[] OfTheProgram = ["JsonWriter.cs", "TableModel.cs"];

    [Theory]
    [InlineData("SurvivalKit")]
    [InlineData("SurvivalKit.Figures")]
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
    [GeneratedRegex("""new ArgumentException\(|(?<!_ => throw )new ArgumentOutOfRangeException\(.*(?<!There is no such .*)$|OutOfRangeException\.ThrowIf""", RegexOptions.Multiline)]
    private static partial Regex Refusal();
}
