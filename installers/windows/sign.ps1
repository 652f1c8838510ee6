# Signs the installers in a folder: sign.ps1 FOLDER
# CERTIFICATE is a PFX in base64, PASSWORD opens it; both live for this script only, and the certificate leaves with it.
param([Parameter(Mandatory)] [string] $Folder)
$ErrorActionPreference = "Stop"

$file = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString() + ".pfx")
[IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $password = ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force
    $certificate = Import-PfxCertificate -FilePath $file -Password $password -CertStoreLocation Cert:\CurrentUser\My
} finally {
    Remove-Item $file
}
try {
    foreach ($target in Get-ChildItem $Folder -Include *.exe, *.msi -Recurse) {
        $result = Set-AuthenticodeSignature -FilePath $target.FullName -Certificate $certificate -HashAlgorithm SHA256 `
            -TimestampServer "http://timestamp.digicert.com"
        if ($result.Status -ne "Valid") { throw "$($target.Name): $($result.StatusMessage)" }
    }
} finally {
    Remove-Item "Cert:\CurrentUser\My\$($certificate.Thumbprint)"
}
