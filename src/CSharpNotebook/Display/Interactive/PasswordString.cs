namespace Microsoft.DotNet.Interactive;

/// <summary>A secret that the user typed. Its text is not shown when it is displayed.</summary>
public sealed class PasswordString
{
    private readonly string _secret;

    internal PasswordString(string secret) => _secret = secret;

    /// <summary>The secret.</summary>
    /// <returns>What the user typed.</returns>
    public string GetClearTextPassword() => _secret;

    /// <summary>Stars, the same number for every secret.</summary>
    /// <returns>Eight stars.</returns>
    public override string ToString() => "********";
}
