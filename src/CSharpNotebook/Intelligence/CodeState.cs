namespace CSharpNotebook.Intelligence;

/// <summary>Whether a text is a whole cell.</summary>
public enum CodeState
{
    /// <summary>It can be executed.</summary>
    Complete,

    /// <summary>Something is open at its end, and more text can make it whole.</summary>
    Incomplete,

    /// <summary>It has an error that no further text can correct.</summary>
    Invalid,
}
