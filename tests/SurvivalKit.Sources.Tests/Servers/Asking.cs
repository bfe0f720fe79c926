namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Asks an engine as long as the test runs.</summary>
internal static class Asking
{
    /// <summary>Runs a statement.</summary>
    public static SqlAnswer Ask(this ISqlEngine engine, string text) => engine.Run(new(text), TestContext.Current.CancellationToken);
}
