"""What a build contains of others, under which licences: the notices, the report and the bill of materials."""
