namespace SurvivalKit.Cli.Tests;

/// <summary>Every command line that the README shows does what it says.</summary>
public class ReadmeTests
{
    public static TheoryData<string> Commands => [.. Lines().Where(line => line.StartsWith("survkit ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_of_the_README_runs(string line)
    {
        CliRun run = await Survkit.RunProcess(Survkit.Repository, [.. Words(line).Skip(1)]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public void The_README_shows_each_command_that_analyses_data()
    {
        string[] shown = [.. Commands.Select(row => Words(row.Data)[1]).Distinct()];
        Assert.Superset(new HashSet<string> { "km", "logrank", "cox", "table1", "pvalue", "check", "audit" }, new HashSet<string>(shown));
        Assert.Contains(
            Lines(), line => line.StartsWith("dotnet run -c Release --project src/SurvivalKit.Cli -- reproduce", StringComparison.Ordinal));
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(Survkit.Repository, "README.md"));

    /// <summary>The words of a line as a shell cuts it: blanks separate, quotation marks hold together, # begins a comment.</summary>
    private static List<string> Words(string line)
    {
        List<string> words = [];
        string word = "";
        bool quoted = false;
        foreach (char c in line + " ")
        {
            if (c == '#' && !quoted && word.Length == 0)
            {
                break;
            }

            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ' ' && !quoted)
            {
                if (word.Length > 0)
                {
                    words.Add(word);
                }

                word = "";
            }
            else
            {
                word += c;
            }
        }

        return words;
    }
}
