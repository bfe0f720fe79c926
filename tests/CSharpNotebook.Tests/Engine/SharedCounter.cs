namespace CSharpNotebook.Tests.Engine;

/// <summary>State of the test process that cells change.</summary>
public static class SharedCounter
{
    public static int Value { get; set; }

    public static int ExtensionRuns { get; set; }
}

/// <summary>A type for which the extension of this "package" registers formatters.</summary>
public sealed record Shape(int Sides);
