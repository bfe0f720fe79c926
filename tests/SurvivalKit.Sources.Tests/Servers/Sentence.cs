namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>What is said when a statement fails.</summary>
internal static class Sentence
{
    /// <summary>Runs a statement that fails; the message is one sentence and nothing of the error has the password.</summary>
    public static string Of(ISqlEngine engine, string text)
    {
        var error = Assert.Throws<SurvivalDataException>(() => engine.Ask(text));
        Check(error);
        return error.Message;
    }

    /// <summary>Checks that a message is one sentence and that nothing of the error has the password.</summary>
    public static void Check(SurvivalDataException error)
    {
        Assert.DoesNotContain(ClickHouseConfiguration.Password, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", error.Message.Replace(" ...", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
